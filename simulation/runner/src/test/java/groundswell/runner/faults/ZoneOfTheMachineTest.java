package groundswell.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.jobs.SparkCase;
import java.io.IOException;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Days are those of the community, wherever the machine believes to be. */
class ZoneOfTheMachineTest extends SparkCase {
  private final TimeZone here = TimeZone.getDefault();

  @AfterEach
  void comeBack() {
    TimeZone.setDefault(here);
  }

  @Test
  @Tag("guarantee-31")
  void events_and_facts_are_the_same_on_a_machine_in_another_zone() throws IOException {
    Nights nights = SharedNights.first(spark());
    nights.setBackTo(Step.FIRST_INGEST);
    TimeZone.setDefault(TimeZone.getTimeZone("Australia/Lord_Howe"));

    nights.again(Step.FIRST_INGEST);
    nights.again(Step.FIRST_FACTS);

    assertThat(nights.published()).isEqualTo(nights.undisturbed(Step.FIRST_FACTS));
  }
}
