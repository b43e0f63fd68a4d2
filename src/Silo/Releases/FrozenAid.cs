using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Disclosure;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Releases;

/// <summary>What is registered of aid at one point of the log, before disclosure control. Drafts of partners are not read at all.</summary>
/// <param name="Confirmations">Of confirmed reports: the version of the confirmation in the report's stream.</param>
/// <param name="Months">Pay rosters by project.</param>
public sealed record FrozenAid(
    IReadOnlyList<PublicPartnership> Partnerships, IReadOnlyList<PublicPlan> Plans, IReadOnlyList<PublicPlanLine> PlanLines, IReadOnlyList<PublicAidReport> Reports,
    IReadOnlyDictionary<Guid, long> Confirmations, IReadOnlyList<PublicPairing> Pairings, IReadOnlyList<PublicProject> Projects,
    ILookup<string, LabourMonth> Months, IReadOnlyList<PublicAsset> Assets, IReadOnlyList<PublicFlow> Flows)
{
    public static readonly FrozenAid Nothing = new(
        [], [], [], [], new Dictionary<Guid, long>(), [], [], Enumerable.Empty<string>().ToLookup(_ => "", _ => new LabourMonth(0, 0, 0, 0)), [], []);
}

/// <summary>Reads <see cref="FrozenAid"/> in the release's one read transaction.</summary>
internal sealed class FrozenAidReader(DbConnection connection, DbTransaction transaction, DateOnly asOf)
{
    private readonly string _asOf = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<FrozenAid> Read(CancellationToken cancellation)
    {
        var lines = await Rows(
            """
            SELECT l.partnership, l.year, l.field, l.amount_fen, l.projects, l.people, l.due_on FROM aid_plan_lines l
            JOIN aid_plans p ON p.partnership = l.partnership AND p.year = l.year WHERE p.issued_on <= @asOf
            """,
            row => new PublicPlanLine(row.GetString(0), Int(row, 1), Pascal(row.GetString(2)), row.GetInt64(3), Int(row, 4), Int(row, 5), Day(row, 6)), cancellation);
        var reports = await Rows(ReportsSql, ReadReport, cancellation);
        var rosters = await Rows(
            "SELECT project, households, people, lifted_households, lifted_people FROM project_rosters WHERE on_day <= @asOf",
            row => (Project: row.GetString(0), Month: new LabourMonth(Int(row, 1), Int(row, 2), Int(row, 3), Int(row, 4))), cancellation);
        return new(
            await Partnerships(cancellation), await Plans(lines, cancellation), lines, [.. reports.Select(report => report.Row)],
            reports.Where(report => report.ConfirmedAt > 0).ToDictionary(report => report.Row.Id, report => report.ConfirmedAt),
            await Pairings(cancellation), await Projects(cancellation), rosters.ToLookup(roster => roster.Project, roster => roster.Month, StringComparer.Ordinal),
            await Assets(cancellation), await Flows(cancellation));
    }

    // A report that was taken back before it was signed never left the partner's house: nobody was asked. Of one taken back after, what was last
    // written may not have been signed: it has no quantity.
    private const string ReportsSql = """
        SELECT report, partnership, year, field, form, CASE state WHEN 'confirmed' THEN confirmed_thousandths WHEN 'withdrawn' THEN 0 ELSE thousandths END,
               CASE state WHEN 'withdrawn' THEN '' ELSE unit END, reported_fen, confirmed_fen,
               delivered_on, asked_on, state, confirmed_on, allocated_fen, paid_fen, money, recipient, confirmed_at
        FROM aid_reports WHERE state <> 'drafted' AND asked_on IS NOT NULL AND asked_on <= @asOf AND delivered_on <= @asOf
        """;

    private static (PublicAidReport Row, long ConfirmedAt) ReadReport(DbDataReader row)
    {
        var (confirmed, paid) = (row.GetInt64(8), row.GetInt64(14));
        var outstanding = row.GetInt64(15) == 1 ? confirmed - paid : 0;
        return (new(
            Guid.ParseExact(row.GetString(0), "D"), row.GetString(1), Int(row, 2), Pascal(row.GetString(3)), Pascal(row.GetString(4)), row.GetInt64(5) / 1000m,
            row.GetString(6), row.GetInt64(7), confirmed, Day(row, 9), Maybe(row, 10), Pascal(row.GetString(11)), Maybe(row, 12), row.GetInt64(13), paid, outstanding,
            row.GetString(16), null), row.GetInt64(17));
    }

    private Task<List<PublicPartnership>> Partnerships(CancellationToken cancellation) => Rows(
        "SELECT code, kind, donor, recipient, start_year, end_year FROM aid_partnerships WHERE start_year <= CAST(substr(@asOf, 1, 4) AS INTEGER)",
        row => new PublicPartnership(
            row.GetString(0), Pascal(row.GetString(1)), "", row.GetString(2), "", row.GetString(3), Int(row, 4), row.IsDBNull(5) ? null : Int(row, 5)), cancellation);

    private async Task<List<PublicPlan>> Plans(List<PublicPlanLine> lines, CancellationToken cancellation)
    {
        var of = lines.ToLookup(line => (line.PartnershipCode, line.Year));
        return await Rows("SELECT partnership, year, issued_on, sales_floor_fen FROM aid_plans WHERE issued_on <= @asOf", row =>
        {
            var mine = of[(row.GetString(0), Int(row, 1))].ToList();
            return new PublicPlan(
                row.GetString(0), Int(row, 1), mine.Sum(line => line.AmountFen), mine.Sum(line => line.Projects), mine.Sum(line => line.People), row.GetInt64(3), Day(row, 2));
        }, cancellation);
    }

    private Task<List<PublicPairing>> Pairings(CancellationToken cancellation) => Rows(
        "SELECT partnership, pairing, kind, donor_party, recipient_party, recipient_region, from_on, until_on FROM aid_pairings WHERE from_on <= @asOf",
        row => new PublicPairing(
            $"{row.GetString(0)}.{row.GetString(1)}", row.GetString(0), Pascal(row.GetString(2)), row.GetString(3), row.GetString(4), row.Text(5), Day(row, 6), Maybe(row, 7)),
        cancellation);

    private async Task<List<PublicProject>> Projects(CancellationToken cancellation)
    {
        var stages = (await Rows("SELECT project, stage, on_day FROM project_stages", row => (Project: row.GetString(0), Stage: row.GetString(1), On: Day(row, 2)), cancellation))
            .ToLookup(stage => stage.Project, StringComparer.Ordinal);
        var central = (await Rows(
            """
            SELECT a.project, SUM(a.fen - a.returned_fen) FROM project_allocations a JOIN funds f ON f.fund = a.fund WHERE f.source = 'central' GROUP BY a.project
            """, row => (Project: row.GetString(0), Fen: Number(row, 1)), cancellation)).ToDictionary(sum => sum.Project, sum => sum.Fen, StringComparer.Ordinal);
        return await Rows(
            """
            SELECT project, name, region, partnership, year, category, stage, work_relief, budget_fen, allocated_fen, paid_fen, labour_pay_fen, proposed_on
            FROM projects WHERE proposed_on <= @asOf
            """,
            row =>
            {
                DateOnly? On(string stage) => stages[row.GetString(0)].Where(reached => reached.Stage == stage).Select(reached => (DateOnly?)reached.On).FirstOrDefault();
                return new PublicProject(
                    row.GetString(0), row.GetString(1), row.GetString(2), row.Text(3), Int(row, 4), Pascal(row.GetString(5)), Pascal(row.GetString(6)), row.GetInt64(7) == 1,
                    // A fund gives no project what it has not received, so what is allocated has arrived.
                    row.GetInt64(8), row.GetInt64(9), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), central.GetValueOrDefault(row.GetString(0)), LabourCounts.None,
                    new(Day(row, 12), On("approved"), On("contracted"), On("started"), On("completed"), On("accepted"), On("handed-over")));
            }, cancellation);
    }

    private Task<List<PublicAsset>> Assets(CancellationToken cancellation) => Rows(
        "SELECT asset, project, name, class, region, value_fen, keeper FROM assets WHERE registered_on <= @asOf AND state <> 'written-off'",
        row => new PublicAsset(
            row.GetString(0), row.GetString(1), row.GetString(2), Pascal(row.GetString(3)), row.GetString(4), row.GetInt64(5), row.GetString(6)), cancellation);

    private Task<List<PublicFlow>> Flows(CancellationToken cancellation) => Rows(
        """
        SELECT s.fund, s.project, COALESCE(r.field, 'budget'), f.source, f.year, p.partnership, SUM(s.allocated_fen), SUM(s.paid_fen)
        FROM fund_shares s JOIN funds f ON f.fund = s.fund JOIN projects p ON p.project = s.project LEFT JOIN aid_reports r ON r.report = s.report
        WHERE p.proposed_on <= @asOf GROUP BY s.fund, s.project, COALESCE(r.field, 'budget'), f.source, f.year, p.partnership
        """,
        row => new PublicFlow(
            row.GetString(0), row.GetString(1), Pascal(row.GetString(2)), Pascal(row.GetString(3)), Int(row, 4), row.Text(5), Number(row, 6), Number(row, 7)), cancellation);

    private async Task<List<T>> Rows<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        if (sql.Contains("@asOf", StringComparison.Ordinal)) command.Add("asOf", _asOf);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await rows.ReadAsync(cancellation)) found.Add(read(rows));
        return found;
    }

    // PostgreSQL adds whole numbers up to decimals.
    private static long Number(DbDataReader row, int at) => Convert.ToInt64(row.GetValue(at), CultureInfo.InvariantCulture);

    private static int Int(DbDataReader row, int at) => (int)row.GetInt64(at);

    private static DateOnly Day(DbDataReader row, int at) => DateOnly.ParseExact(row.GetString(at), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Maybe(DbDataReader row, int at) => row.IsDBNull(at) ? null : Day(row, at);

    private static string Pascal(string kebab) => string.Concat(kebab.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
