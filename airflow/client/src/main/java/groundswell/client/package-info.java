/**
 * A client of Airflow's REST API v2, as small as Groundswell needs it. Start at {@link
 * groundswell.client.AirflowClient}.
 */
package groundswell.client;
