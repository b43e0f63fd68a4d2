using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Revitalization.Hosting.Metrics;

/// <summary>One instrument and its series, one for each combination of labels; combinations are bounded.</summary>
internal sealed class MetricFamily(Instrument instrument)
{
    private const int MostSeries = 2_000;

    private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);

    // The same series by the labels' values as they are stated, so that a request writes no text to find where it counts.
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> _stated = new(new StatedTags());
    private readonly string _kind = KindOf(instrument);

    public string Name { get; } = NameOf(instrument);

    public void Add(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var stated = _stated.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
        if (!stated.TryGetValue(tags, out var series)) series = Find(tags);
        series.Add(value, _kind, instrument.IsObservable);
    }

    public void Write(StringBuilder text)
    {
        var help = (instrument.Description ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {help}\n# TYPE {Name} {_kind}\n");
        foreach (var (labels, series) in _series.OrderBy(pair => pair.Key, StringComparer.Ordinal)) series.Write(text, Name, labels, _kind);
    }

    private Series Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = LabelsOf(tags);
        if (!_series.TryGetValue(labels, out var series)) series = Begin(labels);
        if (_stated.Count < MostSeries) _stated.TryAdd(tags.ToArray(), series);
        return series;
    }

    // A label that grows without bound is a mistake; it must not become a leak. Counting the series locks them all: only for a new one.
    private Series Begin(string labels) =>
        _series.GetOrAdd(_series.Count >= MostSeries ? "overflow=\"true\"" : labels, _ => new Series(Bounds.Length));

    private static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        if (type.StartsWith("Histogram", StringComparison.Ordinal)) return "histogram";
        return type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter" : "gauge";
    }

    private static string NameOf(Instrument instrument)
    {
        var name = Plain(instrument.Name) + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return KindOf(instrument) == "counter" ? name + "_total" : name;
    }

    private static string Plain(string name) => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0) return "";
        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            var plain = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            var escaped = plain.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            labels.Append(labels.Length == 0 ? "" : ",").Append(Plain(name)).Append("=\"").Append(escaped).Append('"');
        }
        return labels.ToString();
    }

    private sealed class Series(int bounds)
    {
        private readonly Lock _gate = new();
        private readonly long[] _buckets = new long[bounds + 1];
        private double _sum;
        private long _count;

        public void Add(double value, string kind, bool observed)
        {
            lock (_gate)
            {
                // What is observed states its whole value; what is counted states a difference.
                _sum = observed ? value : _sum + value;
                _count++;
                if (kind == "histogram") _buckets[BucketOf(value)]++;
            }
        }

        public void Write(StringBuilder text, string name, string labels, string kind)
        {
            lock (_gate)
            {
                if (kind == "histogram") WriteHistogram(text, name, labels);
                else Line(text, name, labels, _sum);
            }
        }

        private void WriteHistogram(StringBuilder text, string name, string labels)
        {
            var comma = labels.Length == 0 ? "" : ",";
            long cumulative = 0;
            for (var bucket = 0; bucket <= bounds; bucket++)
            {
                cumulative += _buckets[bucket];
                var limit = bucket == bounds ? "+Inf" : Bounds[bucket].ToString(CultureInfo.InvariantCulture);
                Line(text, name + "_bucket", $"{labels}{comma}le=\"{limit}\"", cumulative);
            }
            Line(text, name + "_sum", labels, _sum);
            Line(text, name + "_count", labels, _count);
        }

        private static int BucketOf(double value)
        {
            var found = Array.BinarySearch(Bounds, value);
            return found < 0 ? ~found : found;
        }

        private static void Line(StringBuilder text, string name, string labels, double value) =>
            text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value}\n");
    }
}
