package groundswell.kernels.flashsale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
  @Test
  void at_a_load_of_one_point_two_ten_places_turn_away_a_fifth() {
    assertThat(WaitingRoom.turnedAway(1.2, 10)).isCloseTo(0.1926, within(0.00005));
  }

  @Test
  void a_balanced_room_is_equally_often_at_each_level() {
    assertThat(WaitingRoom.turnedAway(1, 9)).isCloseTo(0.1, within(1e-15));
  }

  @Test
  void a_large_room_turns_away_only_what_the_gate_cannot_serve() {
    assertThat(WaitingRoom.turnedAway(1.25, 100_000)).isCloseTo(0.2, within(1e-9));
    assertThat(WaitingRoom.turnedAway(0.5, 10_000)).isZero();
  }

  /** The same room, one arrival and one departure at a time. */
  @Test
  void it_is_what_an_event_by_event_room_turns_away() {
    var random = new SplittableRandom(3);
    int inRoom = 0;
    int arrived = 0;
    int turnedAway = 0;
    while (arrived < 1_000_000) {
      boolean arrival = inRoom == 0 || random.nextDouble() < 1.2 / 2.2;
      if (!arrival) {
        inRoom--;
      } else if (inRoom == 10) {
        arrived++;
        turnedAway++;
      } else {
        arrived++;
        inRoom++;
      }
    }
    assertThat(turnedAway / 1e6).isCloseTo(WaitingRoom.turnedAway(1.2, 10), within(0.003));
  }
}
