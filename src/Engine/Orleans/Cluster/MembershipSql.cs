namespace Revitalization.Engine.Orleans.Cluster;

/// <summary>
/// What the ADO.NET provider expects of a database: a table of statements by key, each with the parameters and columns the
/// provider binds by name. The tables behind them are ours. A statement that changes the membership also moves the cluster's
/// version on, or changes nothing: two silos that decided on the same version cannot both win.
/// </summary>
internal static class MembershipSql
{
    /// <summary>Safe to run by every silo at every start, at the same time too.</summary>
    public const string Tables =
        """
        SELECT pg_advisory_xact_lock(hashtext('revitalization engine schema'));
        CREATE SCHEMA IF NOT EXISTS engine;
        CREATE TABLE IF NOT EXISTS engine.orleansquery (
            querykey text PRIMARY KEY,
            querytext text NOT NULL);
        CREATE TABLE IF NOT EXISTS engine.clusters (
            deployment text PRIMARY KEY,
            version integer NOT NULL DEFAULT 0,
            changed_at timestamptz NOT NULL DEFAULT now());
        CREATE TABLE IF NOT EXISTS engine.silos (
            deployment text NOT NULL REFERENCES engine.clusters,
            address text NOT NULL,
            port integer NOT NULL,
            generation integer NOT NULL,
            name text NOT NULL,
            host text NOT NULL,
            status integer NOT NULL,
            gateway_port integer,
            suspicions text,
            started_at timestamptz(3) NOT NULL,
            alive_at timestamptz(3) NOT NULL,
            PRIMARY KEY (deployment, address, port, generation));
        """;

    public const string SaveStatement =
        """
        INSERT INTO engine.orleansquery (querykey, querytext) VALUES (@key, @text)
        ON CONFLICT (querykey) DO UPDATE SET querytext = EXCLUDED.querytext WHERE orleansquery.querytext <> EXCLUDED.querytext;
        """;

    private const string ThisSilo = "deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation";

    private const string MoveVersionOn =
        "UPDATE engine.clusters SET version = version + 1, changed_at = now() WHERE deployment = @DeploymentId AND version = @Version";

    private const string Columns =
        """
        c.deployment AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.name AS SiloName,
        s.host AS HostName, s.status AS Status, s.gateway_port AS ProxyPort, s.suspicions AS SuspectTimes,
        s.started_at AS StartTime, s.alive_at AS IAmAliveTime, c.version AS Version
        """;

    /// <summary>By the provider's keys.</summary>
    public static IReadOnlyDictionary<string, string> Statements { get; } = new Dictionary<string, string>
    {
        ["InsertMembershipVersionKey"] =
            """
            WITH added AS (INSERT INTO engine.clusters (deployment) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
            SELECT count(*)::integer FROM added;
            """,
        ["InsertMembershipKey"] =
            $"""
            WITH moved AS ({MoveVersionOn} AND NOT EXISTS (SELECT 1 FROM engine.silos WHERE {ThisSilo}) RETURNING deployment),
            added AS (
                INSERT INTO engine.silos (deployment, address, port, generation, name, host, status, gateway_port, started_at, alive_at)
                SELECT deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM moved
                ON CONFLICT DO NOTHING RETURNING 1)
            SELECT count(*)::integer FROM added;
            """,
        ["UpdateMembershipKey"] =
            $"""
            WITH moved AS ({MoveVersionOn} AND EXISTS (SELECT 1 FROM engine.silos WHERE {ThisSilo}) RETURNING deployment AS moved_deployment),
            changed AS (
                UPDATE engine.silos SET status = @Status, suspicions = @SuspectTimes, alive_at = @IAmAliveTime
                FROM moved WHERE deployment = moved_deployment AND {ThisSilo} RETURNING 1)
            SELECT count(*)::integer FROM changed;
            """,
        ["UpdateIAmAlivetimeKey"] = $"UPDATE engine.silos SET alive_at = @IAmAliveTime WHERE {ThisSilo};",
        ["MembershipReadRowKey"] =
            $"""
            SELECT {Columns} FROM engine.clusters c LEFT JOIN engine.silos s
                ON s.deployment = c.deployment AND s.address = @Address AND s.port = @Port AND s.generation = @Generation
            WHERE c.deployment = @DeploymentId;
            """,
        ["MembershipReadAllKey"] =
            $"SELECT {Columns} FROM engine.clusters c LEFT JOIN engine.silos s USING (deployment) WHERE c.deployment = @DeploymentId;",
        ["GatewaysQueryKey"] =
            """
            SELECT address AS Address, gateway_port AS ProxyPort, generation AS Generation FROM engine.silos
            WHERE deployment = @DeploymentId AND status = @Status AND gateway_port > 0;
            """,
        ["DeleteMembershipTableEntriesKey"] =
            """
            DELETE FROM engine.silos WHERE deployment = @DeploymentId;
            DELETE FROM engine.clusters WHERE deployment = @DeploymentId;
            """,
        ["CleanupDefunctSiloEntriesKey"] =
            "DELETE FROM engine.silos WHERE deployment = @DeploymentId AND status <> 3 AND alive_at < @IAmAliveTime;",
    };
}
