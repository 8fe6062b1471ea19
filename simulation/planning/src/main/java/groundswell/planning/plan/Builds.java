package groundswell.planning.plan;

import groundswell.planning.simulate.DemandPaths;

/**
 * A two-stage decision.
 *
 * @param launch launch build [units]
 * @param bins ranges of the signal
 * @param reactive reactive build per range [units]
 */
record Builds(double launch, SignalBins bins, double... reactive) {
  Builds {
    reactive = reactive.clone();
  }

  /** Whole units. */
  Builds rounded() {
    double[] whole = new double[reactive.length];
    java.util.Arrays.setAll(whole, bin -> Math.rint(reactive[bin]));
    return new Builds(Math.rint(launch), bins, whole);
  }

  Decision on(DemandPaths demand) {
    return new Decision() {
      @Override
      public double launch(int draw) {
        return launch;
      }

      @Override
      public double reactive(int draw) {
        return reactive[bins.of(demand.signal()[draw])];
      }
    };
  }
}
