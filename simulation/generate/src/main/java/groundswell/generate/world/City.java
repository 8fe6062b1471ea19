package groundswell.generate.world;

/**
 * Where members live.
 *
 * @param weight share of the community, unnormalised
 * @param hoursFromHome hours by which the city's clock differs from the community's, in winter
 */
public record City(String name, String region, String zone, double weight, int hoursFromHome) {
  private static final City[] ALL = {
    new City("Beijing", "CN-BJ", "Asia/Shanghai", 18, 0),
    new City("Shanghai", "CN-SH", "Asia/Shanghai", 15, 0),
    new City("Shenzhen", "CN-GD", "Asia/Shanghai", 13, 0),
    new City("Chengdu", "CN-SC", "Asia/Shanghai", 11, 0),
    new City("Wuhan", "CN-HB", "Asia/Shanghai", 9, 0),
    new City("Xi'an", "CN-SN", "Asia/Shanghai", 7, 0),
    new City("Hangzhou", "CN-ZJ", "Asia/Shanghai", 7, 0),
    new City("Delhi", "IN-DL", "Asia/Kolkata", 6, -2),
    new City("Jakarta", "ID-JK", "Asia/Jakarta", 5, -1),
    new City("Cairo", "EG-C", "Africa/Cairo", 3, -6),
    new City("Madrid", "ES-MD", "Europe/Madrid", 4, -7),
    new City("Sao Paulo", "BR-SP", "America/Sao_Paulo", 2, -11),
  };

  public static City of(int number) {
    return ALL[number];
  }

  public static int count() {
    return ALL.length;
  }

  static double[] weights() {
    double[] weights = new double[ALL.length];
    for (int city = 0; city < ALL.length; city++) {
      weights[city] = ALL[city].weight();
    }
    return weights;
  }
}
