package groundswell.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class FirstTierTest {
  @Test
  void a_hotspot_machine_takes_the_directives() {
    assumeTrue(System.getProperty("java.vm.name").matches("(OpenJDK|Java HotSpot).*Server VM"));

    assertThat(FirstTier.keepGeneratedCode()).isTrue();
  }
}
