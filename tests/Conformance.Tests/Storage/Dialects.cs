using Revitalization.Conformance.Tests.Storage.Harness;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Revitalization.Conformance.Tests.Storage;

// One suite, two databases. A county's records must not depend on which one its machine room runs.
public sealed class SqliteEventLogTests() : EventLogConformance(Lab.Sqlite);

public sealed class PostgresEventLogTests(PostgresServer server) : EventLogConformance(Lab.On(server));

public sealed class SqliteSnapshotTests() : SnapshotConformance(Lab.Sqlite);

public sealed class PostgresSnapshotTests(PostgresServer server) : SnapshotConformance(Lab.On(server));

public sealed class SqliteConcurrencyTests() : ConcurrencyConformance(Lab.Sqlite);

public sealed class PostgresConcurrencyTests(PostgresServer server) : ConcurrencyConformance(Lab.On(server));

public sealed class SqliteFaultTests() : FaultConformance(Lab.Sqlite);

public sealed class PostgresFaultTests(PostgresServer server) : FaultConformance(Lab.On(server));

public sealed class SqliteCrashTests() : CrashConformance(Lab.Sqlite);

public sealed class PostgresCrashTests(PostgresServer server) : CrashConformance(Lab.On(server));

public sealed class SqliteKeyringTests() : KeyringConformance(Lab.Sqlite);

public sealed class PostgresKeyringTests(PostgresServer server) : KeyringConformance(Lab.On(server));

public sealed class SqliteRegistryTests() : RegistryConformance(Lab.Sqlite);

public sealed class PostgresRegistryTests(PostgresServer server) : RegistryConformance(Lab.On(server));

internal static class Lab
{
    public static Task<StorageLab> Sqlite() => Task.FromResult(StorageLab.Sqlite());

    public static Func<Task<StorageLab>> On(PostgresServer server) => () => StorageLab.OnPostgres(server);
}
