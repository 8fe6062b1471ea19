package groundswell.planning.plan;

/** What is built: a launch build now, and a reactive build that may look at the signal only. */
interface Decision {
  double launch(int draw);

  /** Reactive build of a draw [units]; depends on the draw only through its signal. */
  double reactive(int draw);

  /** The same builds whatever happens. */
  static Decision of(double launch, double reactive) {
    return new Decision() {
      @Override
      public double launch(int draw) {
        return launch;
      }

      @Override
      public double reactive(int draw) {
        return reactive;
      }
    };
  }
}
