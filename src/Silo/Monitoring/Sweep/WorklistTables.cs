using System.Data.Common;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Sweep;

/// <summary>
/// Notices on worklists (提醒) and how far the day's sweep has come. No projection's tables: a rebuild leaves them alone. An id says what a
/// notice is of, so that whoever files it again files nothing.
/// </summary>
internal static class WorklistTables
{
    private static readonly string[] s_statements =
    [
        """
        CREATE TABLE IF NOT EXISTS worklist_notices (
            id TEXT PRIMARY KEY, household TEXT NOT NULL, village_code TEXT NOT NULL, kind TEXT NOT NULL, deadline_kind TEXT NOT NULL, subject TEXT NOT NULL,
            name TEXT NOT NULL, due_on TEXT NOT NULL, filed_on TEXT NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS worklist_notices_village ON worklist_notices (village_code, filed_on, id)",
        "CREATE INDEX IF NOT EXISTS worklist_notices_filed ON worklist_notices (filed_on, id)",
        "CREATE TABLE IF NOT EXISTS worklist_sweeps (shard BIGINT PRIMARY KEY, swept_on TEXT NOT NULL)",
    ];

    public static async Task Create(DbConnection connection, CancellationToken cancellation)
    {
        foreach (var statement in s_statements) await connection.Execute(null, statement, cancellation);
    }
}
