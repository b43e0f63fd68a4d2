using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Revitalization.Hosting.Metrics;

/// <summary>
/// Listens to this service's meters and writes them as Prometheus text (docs/decisions says why by hand).
/// A meter of another service in the same process is told apart by its container's meter factory.
/// </summary>
internal sealed class PrometheusExporter : IDisposable
{
    public const string MediaType = "text/plain; version=0.0.4";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, MetricFamily> _families = new();
    private readonly IMeterFactory _meters;

    public PrometheusExporter(IMeterFactory meters)
    {
        _meters = meters;
        _listener.InstrumentPublished = Publish;
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => ((MetricFamily)state!).Add(value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, state) => ((MetricFamily)state!).Add(value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, state) => ((MetricFamily)state!).Add(value, tags));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder(4096);
        foreach (var family in _families.Values.OrderBy(family => family.Name, StringComparer.Ordinal)) family.Write(text);
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Publish(Instrument instrument, MeterListener listener)
    {
        var ours = instrument.Meter.Name.StartsWith(ServiceMetrics.Meter, StringComparison.Ordinal)
            && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, _meters));
        if (!ours) return;
        listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument, made => new MetricFamily(made)));
    }
}
