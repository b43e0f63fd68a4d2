using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>
/// What a list shows of a file, as one text in its row: a page then reads one column a file instead of eighteen of four tables, which is what it
/// costs most. The first line holds the file's own fields, each further one a stretch of its colour:
/// <c>from↹until↹wanted↹severity↹colour↹name</c>. Nobody searches in it; what lists are filtered by stands in columns of its own.
/// </summary>
internal static class FileCard
{
    private const int DayLength = 10, Fields = 11, SpanFields = 6;

    public static string Write(MonitoringFile file, MonitoringDeadline? next, IReadOnlyList<ColourSpan> spans, IReadOnlyList<CadreWanted> wanted)
    {
        string?[] fields =
        [
            Terms.Code(file.Step), PersonFields.Day(file.Since), file.Admission is { } admission ? Terms.Code(admission.Kind) : null, Day(file.Admission?.On),
            Number(file.Round), file.Cadre?.Account, next?.Kind, Day(next?.DueOn), file.Visits.IsEmpty ? null : Day(file.Visits.Max(visit => visit.On)),
            Number(file.Measures.Count(measure => measure.CompletedOn is null)), file.Proposed == Domain.Households.MonitoredKind.None ? null : Terms.Code(file.Proposed),
        ];
        return string.Join('\n', spans.Select(span => Line(span, wanted)).Prepend(string.Join('\t', fields)));
    }

    /// <param name="day">Colours shown are those of this day, as <see cref="PersonFields.Day"/> writes it: such days sort as text.</param>
    public static MonitoringRow Read(string card, string household, string village, string villageName, int members, DateOnly today, string day)
    {
        var text = card.AsSpan();
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        Span<Range> at = stackalloc Range[Fields];
        line.Split(at, '\t');
        var (colour, name, severity, wanted) = end < 0 ? default : Shown(text[(end + 1)..], day);
        var due = DayOf(line[at[7]]);
        return new(
            household, village, villageName, null, members, line[at[0]].ToString(), DayOf(line[at[1]])!.Value, Text(line[at[2]]), colour, name, severity, DayOf(line[at[3]]),
            int.Parse(line[at[4]], CultureInfo.InvariantCulture), Text(line[at[5]]), wanted, Text(line[at[6]]), due, due < today, DayOf(line[at[8]]),
            int.Parse(line[at[9]], CultureInfo.InvariantCulture), Text(line[at[10]]));
    }

    private static (string? Colour, string? Name, int Severity, bool Wanted) Shown(ReadOnlySpan<char> spans, string day)
    {
        Span<Range> at = stackalloc Range[SpanFields];
        while (!spans.IsEmpty)
        {
            var end = spans.IndexOf('\n');
            var line = end < 0 ? spans : spans[..end];
            if (line[..DayLength].SequenceCompareTo(day) <= 0 && line.Slice(DayLength + 1, DayLength).SequenceCompareTo(day) >= 0)
            {
                line.Split(at, '\t');
                return (line[at[4]].ToString(), line[at[5]].ToString(), int.Parse(line[at[3]], CultureInfo.InvariantCulture), line[at[2]] is "1");
            }
            spans = end < 0 ? default : spans[(end + 1)..];
        }
        return default;
    }

    private static string Line(ColourSpan span, IReadOnlyList<CadreWanted> wanted) => string.Create(
        CultureInfo.InvariantCulture, $"{PersonFields.Day(span.From)}\t{PersonFields.Day(span.Until)}\t{(IsWanted(span, wanted) ? 1 : 0)}\t{span.Colour.Severity}\t{span.Colour.Id}\t{span.Colour.Name}");

    // What is wanted is joined from whole spans: one either lies in it or is not of it.
    private static bool IsWanted(ColourSpan span, IReadOnlyList<CadreWanted> wanted) => wanted.Any(each => each.From <= span.From && span.Until <= each.Until);

    private static string? Text(ReadOnlySpan<char> field) => field.IsEmpty ? null : field.ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day is { } known ? PersonFields.Day(known) : null;

    /// <summary>A day as the tables hold it; null of nothing.</summary>
    public static DateOnly? DayOf(ReadOnlySpan<char> field) => field.IsEmpty
        ? null
        : new(int.Parse(field[..4], CultureInfo.InvariantCulture), int.Parse(field[5..7], CultureInfo.InvariantCulture), int.Parse(field[8..], CultureInfo.InvariantCulture));
}
