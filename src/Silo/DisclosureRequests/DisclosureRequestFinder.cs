using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.DisclosureRequests;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.DisclosureRequests;

/// <summary>Requests that the sender may see: one opened, a list without names, a year's table.</summary>
public sealed class DisclosureRequestFinder(
    IGrainFactory grains, IRegistryDatabase database, RequestSeals seals, AuditTrail audit, RegionBook regions, TimeProvider clock)
{
    private const int OpenMost = 2_000;

    private const string Columns =
        "request, region, applicant, channel, received_on, stage, accepted_on, supplement_asked_on, supplemented_on, consulted_from, consulted_until, extended_on, answer, ended_on, version";

    private static WorkdayCalendar Calendar => WorkdayCalendar.Shipped;

    public async Task<(DisclosureRequestView? View, Enum? Refusal)> Find(string id, Sender by, CancellationToken cancellation)
    {
        var request = await grains.GetGrain<IDisclosureRequestGrain>(id).Read();
        if (request.Version == 0) return (null, DisclosureRequestRefusal.RequestUnknown);
        if (!by.Covers(request.Region)) return (null, AccessRefusal.ScopeElsewhere);
        await audit.Record(by.Account, new PersonalDataRead($"disclosure-request/{id}", Purposes.Register, request.Region), cancellation);
        var said = await seals.OpenApplication(request.Sealed!, cancellation) ?? ("已删除", "已删除", "已删除", null);
        var body = new DisclosureRequestBody(
            request.Region, Terms.Code(request.Applicant), said.Name, said.Contact, Terms.Code(request.Channel), request.Clock.ReceivedOn, said.Asked, said.Form);
        var last = request.Clock.LastDay(Calendar);
        return (new(
            id, body, RegionNames.Full(regions, request.Region), Terms.Code(request.Stage), request.IsOpen ? last?.Value : null, last?.IsProvisional ?? false, request.IsAccepted,
            request.Clock.LastDayToAskSupplement(Calendar), request.Clock.SupplementAskedOn, await seals.OpenText(request.Supplement, cancellation), request.Clock.SupplementedOn,
            request.Clock.ConsultedFrom, request.Clock.ConsultedUntil, request.ExtensionReason, request.Answer is { } answer ? Terms.Code(answer) : null, request.Ground,
            await seals.OpenText(request.AnswerText, cancellation), request.EndedOn, IsLate(request.Clock, request.EndedOn), request.Version), null);
    }

    /// <param name="after">Where the page before ended: whether ended, day of receipt, id.</param>
    public async Task<Page<DisclosureRequestLine>> Page(IReadOnlyList<string> within, string? state, IReadOnlyList<string> after, int limit, CancellationToken cancellation)
    {
        var (sql, values) = ScopeFilter.Of(within, "region");
        var narrowed = state switch
        {
            "open" or "overdue" => " AND ended_on IS NULL",
            "answered" => $" AND ended_on IS NOT NULL AND answer <> '{DisclosureRequestTerms.Withdrawn}'",
            DisclosureRequestTerms.Withdrawn => $" AND answer = '{DisclosureRequestTerms.Withdrawn}'",
            _ => "",
        };
        const string ended = "CASE WHEN ended_on IS NULL THEN '0' ELSE '1' END";
        // What is overdue only the calendar tells: of the open ones all are read.
        var most = state == "overdue" ? OpenMost : limit + 1;
        var found = await Select(
            $"{sql}{narrowed} AND ({ended}, received_on, request) > (@ended, @received, @request) ORDER BY {ended}, received_on, request LIMIT {most.ToString(CultureInfo.InvariantCulture)}",
            [.. values, ("ended", after[0]), ("received", after[1]), ("request", after[2])], Line, cancellation);
        if (state == "overdue") found = [.. found.Where(line => line.Late)];
        if (found.Count <= limit) return new(found, null);
        var last = found[limit - 1];
        return new(found[..limit], Cursor.Write(last.EndedOn is null ? "0" : "1", Day(last.ReceivedOn), last.Id));
    }

    public async Task<DisclosureRequestYearView> Year(int year, IReadOnlyList<string> within, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (sql, values) = ScopeFilter.Of(within, "region");
        var lines = await Select(
            $"{sql} AND received_on <= @last AND (ended_on IS NULL OR ended_on >= @first)", [.. values, ("first", Day(first)), ("last", Day(last))], Line, cancellation);
        var ended = lines.Where(line => line.EndedOn <= last).ToList();
        return new(
            year, Count(lines.Where(line => line.ReceivedOn >= first)), Count(lines.Where(line => line.ReceivedOn < first)),
            [.. ended.CountBy(line => (line.Answer!, line.Applicant)).OrderBy(count => count.Key).Select(count => new AnswerCount(count.Key.Item1, count.Key.Applicant, count.Value))],
            Count(lines.Where(line => line.EndedOn is null || line.EndedOn > last)), ended.Count(line => line.Late));
    }

    private bool IsLate(RequestClock limit, DateOnly? endedOn) => limit.LastDay(Calendar) is { } last && (endedOn ?? clock.ChinaToday()) > last.Value;

    private static List<ApplicantCount> Count(IEnumerable<DisclosureRequestLine> lines) =>
        [.. lines.CountBy(line => line.Applicant, StringComparer.Ordinal).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => new ApplicantCount(count.Key, count.Value))];

    private DisclosureRequestLine Line(DbDataReader row)
    {
        var limit = new RequestClock(MaybeDay(row, 4)!.Value, MaybeDay(row, 7), MaybeDay(row, 8), MaybeDay(row, 9), MaybeDay(row, 10), row.Text(11) is not null);
        var (last, ended, stage) = (limit.LastDay(Calendar), MaybeDay(row, 13), row.GetString(5));
        return new(
            row.GetString(0), row.GetString(1), RegionNames.Full(regions, row.GetString(1)), row.GetString(2), row.GetString(3), limit.ReceivedOn,
            stage == "received" && row.Text(6) is not null ? "accepted" : stage, ended is null ? last?.Value : null, last?.IsProvisional ?? false, ended, row.Text(12),
            row.Text(12) != DisclosureRequestTerms.Withdrawn && IsLate(limit, ended), row.GetInt64(14));
    }

    private async Task<List<T>> Select<T>(string condition, IEnumerable<(string Name, object? Value)> values, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM disclosure_requests WHERE {condition}";
        foreach (var (name, value) in values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellation)) found.Add(read(reader));
        return found;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? MaybeDay(DbDataReader row, int column) =>
        row.Text(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
