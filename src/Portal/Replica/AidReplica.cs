using System.Globalization;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Replica;

/// <summary>Sums of reports of one group. All are fen but the count.</summary>
/// <param name="Reports">Those that count as reported; returned and withdrawn ones do not.</param>
/// <param name="Waiting">Reports that wait for the county's answer.</param>
/// <param name="MoneyFen">Of what is confirmed, money; a plan's amounts are money.</param>
/// <param name="PurchasesFen">Of what is confirmed, purchases, which have a floor of their own.</param>
public sealed record AidSums(string Group, int Reports, long ReportedFen, long ConfirmedFen, long AllocatedFen, long PaidFen, long OutstandingFen, int Waiting, int Disputed, long MoneyFen, long PurchasesFen)
{
    public static AidSums None(string group) => new(group, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>What is confirmed and neither money nor a purchase: goods, days and places at their stated value.</summary>
    public long InKindFen => ConfirmedFen - MoneyFen - PurchasesFen;

    public static AidSums operator +(AidSums left, AidSums right) => new(
        left.Group, left.Reports + right.Reports, left.ReportedFen + right.ReportedFen, left.ConfirmedFen + right.ConfirmedFen, left.AllocatedFen + right.AllocatedFen,
        left.PaidFen + right.PaidFen, left.OutstandingFen + right.OutstandingFen, left.Waiting + right.Waiting, left.Disputed + right.Disputed,
        left.MoneyFen + right.MoneyFen, left.PurchasesFen + right.PurchasesFen);
}

/// <summary>What pages read of aid (协作帮扶) in the replica. Lists are bounded; sums are made by the database.</summary>
internal sealed class AidReplica(ReplicaStore store)
{
    public const int MostRows = 500;

    private const string Summed = """
        SUM(state IN ('Reported', 'Confirmed', 'Disputed')), SUM(reported_fen), SUM(confirmed_fen), SUM(allocated_fen), SUM(paid_fen), SUM(outstanding_fen), SUM(state = 'Reported'), SUM(state = 'Disputed'),
        SUM(CASE form WHEN 'Money' THEN confirmed_fen ELSE 0 END), SUM(CASE form WHEN 'Purchase' THEN confirmed_fen ELSE 0 END)
        FROM aid_reports WHERE release = @release
        """;

    public IReadOnlyList<PublicPartnership> Partnerships(int release) => Read(release, AidSets.Partnerships, "", ReadPartnership);

    public PublicPartnership? Partnership(int release, string code) => Read(release, AidSets.Partnerships, "code = @a", ReadPartnership, code).FirstOrDefault();

    public IReadOnlyList<PublicPlan> Plans(int release, string code) => Read(release, AidSets.Plans, "partnership_code = @a", row => new PublicPlan(
        row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.GetInt32(3), row.GetInt32(4), row.GetInt64(5), Day(row, 6)!.Value), code);

    public IReadOnlyList<PublicPlanLine> PlanLines(int release, string code, int year) => Read(
        release, AidSets.PlanLines, "partnership_code = @a AND year = @b",
        row => new PublicPlanLine(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetInt64(3), row.GetInt32(4), row.GetInt32(5), Day(row, 6)!.Value), code, year);

    /// <summary>Years in which a partnership has a plan, reports or projects, newest first.</summary>
    public IReadOnlyList<int> Years(int release, string code) => Rows(
        """
        SELECT year FROM plans WHERE release = @release AND partnership_code = @a UNION SELECT year FROM aid_reports WHERE release = @release AND partnership_code = @a
        UNION SELECT year FROM projects WHERE release = @release AND partnership_code = @a ORDER BY year DESC LIMIT 50
        """, release, row => row.GetInt32(0), code);

    /// <summary>One row a partnership, over all years.</summary>
    public IReadOnlyDictionary<string, AidSums> ByPartnership(int release) =>
        Rows($"SELECT partnership_code, {Summed} GROUP BY 1", release, ReadSums).ToDictionary(sums => sums.Group, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, AidSums> ByField(int release, string code, int year) =>
        Rows($"SELECT field, {Summed} AND partnership_code = @a AND year = @b GROUP BY 1", release, ReadSums, code, year).ToDictionary(sums => sums.Group, StringComparer.Ordinal);

    /// <summary>What was delivered in each month.</summary>
    public IReadOnlyList<AidSums> ByMonth(int release, string code, int year) =>
        Rows($"SELECT substr(delivered_on, 1, 7), {Summed} AND partnership_code = @a AND year = @b GROUP BY 1 ORDER BY 1 LIMIT 60", release, ReadSums, code, year);

    /// <summary>Months in which the county confirmed: how many, and how much.</summary>
    public IReadOnlyList<(string Month, int Reports, long Fen)> ConfirmedByMonth(int release, string code, int year) => Rows(
        """
        SELECT substr(confirmed_on, 1, 7), COUNT(*), SUM(confirmed_fen) FROM aid_reports
        WHERE release = @release AND partnership_code = @a AND year = @b AND confirmed_on IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 60
        """, release, row => (row.GetString(0), row.GetInt32(1), row.GetInt64(2)), code, year);

    public IReadOnlyList<PublicPairing> Pairings(int release, string code) => Read(release, AidSets.Pairings, "partnership_code = @a", row => new PublicPairing(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Text(row, 5), Day(row, 6)!.Value, Day(row, 7)), code);

    public IReadOnlyList<PublicProject> Projects(int release, string? code = null, int? year = null) => Read(
        release, ProjectSets.Projects, "(@a IS NULL OR partnership_code = @a) AND (@b IS NULL OR year = @b)", ReadProject, code, year);

    public PublicProject? Project(int release, string id) => Read(release, ProjectSets.Projects, "id = @a", ReadProject, id).FirstOrDefault();

    public IReadOnlyList<PublicAsset> Assets(int release, string project) => Read(release, ProjectSets.Assets, "project_id = @a", row => new PublicAsset(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5), row.GetString(6)), project);

    public IReadOnlyList<PublicFlow> Flows(int release, string code, int year) => Read(
        release, ProjectSets.Flows, "project_id IN (SELECT id FROM projects WHERE release = @release AND partnership_code = @a AND year = @b)", ReadFlow, code, year);

    public IReadOnlyList<PublicFlow> FlowsOf(int release, string project) => Read(release, ProjectSets.Flows, "project_id = @a", ReadFlow, project);

    private static PublicPartnership ReadPartnership(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt32(6), Int(row, 7));

    private static PublicFlow ReadFlow(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), Text(row, 5), row.GetInt64(6), row.GetInt64(7));

    private static PublicProject ReadProject(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetInt32(4), row.GetString(5), row.GetString(6), row.GetInt64(7) != 0,
        row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), row.IsDBNull(12) ? null : row.GetInt64(12), row.GetInt64(13),
        new(Int(row, 14), Int(row, 15), Int(row, 16), Int(row, 17)),
        new(Day(row, 18)!.Value, Day(row, 19), Day(row, 20), Day(row, 21), Day(row, 22), Day(row, 23), Day(row, 24)));

    private static AidSums ReadSums(SqliteDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt32(7), row.GetInt32(8), row.GetInt64(9), row.GetInt64(10));

    private List<T> Read<T>(int release, SetModel set, string where, Func<SqliteDataReader, T> read, object? a = null, object? b = null) => Rows(
        $"SELECT {string.Join(',', set.Properties.Select(property => property.Column))} FROM {set.Table} WHERE release = @release{(where.Length > 0 ? $" AND {where}" : "")}"
        + $" ORDER BY {string.Join(',', set.Key.Select(key => set.Find(key)!.Column))} LIMIT {MostRows}", release, read, a, b);

    private List<T> Rows<T>(string sql, int release, Func<SqliteDataReader, T> read, object? a = null, object? b = null)
    {
        using var lease = store.Database.ReadNow();
        using var command = new SqliteCommand(sql, lease.Connection);
        command.Parameters.AddWithValue("@release", release);
        command.Parameters.AddWithValue("@a", a ?? DBNull.Value);
        command.Parameters.AddWithValue("@b", b ?? DBNull.Value);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }

    private static string? Text(SqliteDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static int? Int(SqliteDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt32(at);

    private static DateOnly? Day(SqliteDataReader row, int at) =>
        row.IsDBNull(at) ? null : DateOnly.ParseExact(row.GetString(at), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
