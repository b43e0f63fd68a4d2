using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Screening;

/// <summary>One household as a screening looks at it.</summary>
internal readonly record struct ScreenedRow(string Household, string Village, ScreeningFigures Figures);

/// <summary>
/// Every active household of a county with its figures, one statement streamed from the register's tables as they stood at one moment:
/// memory does not grow with the county.
/// </summary>
internal sealed class ScreeningSource(DbConnection connection, DbTransaction transaction, string county, ScreeningPlan plan)
{
    private const int SchoolAgeFrom = 6, SchoolAgeTo = 15;

    /// <summary>A connection whose reads are all of one moment; the position of the log they show is read in it too.</summary>
    public static async Task<(DbConnection Connection, DbTransaction Moment, long Position)> Open(IRegistryDatabase database, CancellationToken cancellation)
    {
        var connection = await database.OpenReader(cancellation);
        var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var checkpoint = await Checkpoints.Find(connection, moment, RegisterProjection.ProjectionName, cancellation);
        return (connection, moment, checkpoint?.Position ?? 0);
    }

    public async IAsyncEnumerable<ScreenedRow> Rows([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Sql(out var values);
        foreach (var (name, value) in values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Gathering? present = null;
        while (await reader.ReadAsync(cancellation))
        {
            var household = reader.GetString(0);
            if (present is not null && present.Household == household)
            {
                present.Add(reader);
                continue;
            }
            if (present is not null) yield return present.Done();
            present = new Gathering(reader, plan);
        }
        if (present is not null) yield return present.Done();
    }

    private string Sql(out List<(string Name, object? Value)> values)
    {
        var (within, scope) = ScopeFilter.Of([county], "h.village_code");
        values = [.. scope];
        var facts = plan.Kind == ScreeningKind.Income
            ? "i.quarter, i.wage + i.operating - i.costs + i.property + i.transfer, i.members"
            : "n.on_day, n.needs, 0";
        var join = "LEFT JOIN needs_seen n ON n.household=h.household";
        if (plan.Kind == ScreeningKind.Income)
        {
            join = "LEFT JOIN incomes i ON i.household=h.household AND i.quarter >= @from AND i.quarter <= @to";
            values.Add(("from", Period.OfQuarter(plan.Period.Year - 1, 1).ToString()));
            values.Add(("to", plan.Period.ToString()));
        }
        return $"""
            SELECT h.household, h.village_code, h.members, h.resettled, h.monitored, h.risk_cleared, f.admitted_on, h.zero_employment, h.out_of_school, {facts}
            FROM households h LEFT JOIN monitoring_files f ON f.household=h.household {join}
            WHERE {within} AND h.active=1 ORDER BY h.village_code, h.household
            """;
    }

    /// <summary>The rows of one household, added up.</summary>
    private sealed class Gathering
    {
        private readonly ScreeningPlan _plan;
        private readonly string _village;
        private readonly ScreeningFigures _figures;
        private readonly long?[] _thisYear = new long?[4];
        private readonly long?[] _lastYear = new long?[4];
        private int _members, _lastMembers;
        private BasicNeeds _needs;
        private DateOnly? _seenOn;

        public Gathering(DbDataReader reader, ScreeningPlan plan)
        {
            (_plan, Household, _village) = (plan, reader.GetString(0), reader.GetString(1));
            var monitored = !reader.IsDBNull(6) || (!reader.IsDBNull(4) && reader.GetInt64(5) == 0);
            _figures = new(
                (int)reader.GetInt64(2), Resettled: reader.GetInt64(3) != 0, Monitored: monitored, ZeroEmployment: reader.GetInt64(7) != 0,
                OutOfSchool: OutOfSchool(reader.Text(8), plan.Day.Year));
            Add(reader);
        }

        public string Household { get; }

        public void Add(DbDataReader reader)
        {
            if (reader.IsDBNull(9)) return;
            if (_plan.Kind == ScreeningKind.Needs) AddNeeds(reader);
            else AddIncome(Period.Parse(reader.GetString(9)), Convert.ToInt64(reader.GetValue(10), CultureInfo.InvariantCulture), (int)reader.GetInt64(11));
        }

        public ScreenedRow Done()
        {
            var until = _plan.Period.Number;
            return new(Household, _village, _plan.Kind == ScreeningKind.Needs
                ? _figures with { Needs = _needs, SeenOn = _seenOn }
                : Divided() with { ThisYearFen = Sum(_thisYear, 0, until), LastYearFen = Sum(_lastYear, 0, until), LastRestFen = Sum(_lastYear, until, 4) });
        }

        private ScreeningFigures Divided() => _plan.MembersOfTheirYear
            ? _figures with { Members = _members > 0 ? _members : _figures.Members, LastMembers = _lastMembers }
            : _figures;

        private void AddIncome(Period quarter, long fen, int members)
        {
            var isThisYear = quarter.Year == _plan.Period.Year;
            (isThisYear ? _thisYear : _lastYear)[quarter.Number - 1] = fen;
            if (quarter.Number == _plan.Period.Number) (isThisYear ? ref _members : ref _lastMembers) = members;
        }

        // The last look counts; of two on one day, what either found lacking.
        private void AddNeeds(DbDataReader reader)
        {
            var on = DateOnly.ParseExact(reader.GetString(9), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var needs = (BasicNeeds)reader.GetInt64(10);
            if (on > _plan.Period.LastDay || on < _seenOn) return;
            _needs = on == _seenOn ? _needs | needs : needs;
            _seenOn = on;
        }

        /// <summary>Null where a quarter is not reported: what is unknown is not nothing.</summary>
        private static long? Sum(long?[] quarters, int from, int until)
        {
            long sum = 0;
            for (var quarter = from; quarter < until; quarter++)
            {
                if (quarters[quarter] is not { } fen) return null;
                sum = checked(sum + fen);
            }
            return sum;
        }

        private static int OutOfSchool(string? birthYears, int year) => birthYears is null
            ? 0
            : birthYears.Split(' ').Count(born => year - int.Parse(born, CultureInfo.InvariantCulture) is >= SchoolAgeFrom and <= SchoolAgeTo);
    }
}
