using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Revitalization.Hosting.Metrics;

/// <summary>Requests by route template and status: as many series as there are routes, never as there are callers.</summary>
internal sealed class RequestMetrics
{
    private readonly Histogram<double> _seconds;

    public RequestMetrics(IMeterFactory meters) => _seconds = meters.Create(ServiceMetrics.Meter)
        .CreateHistogram<double>("http.server.request.duration", "s", "Time to answer a request.");

    public void Record(string method, string route, int status, TimeSpan elapsed) =>
        _seconds.Record(elapsed.TotalSeconds, new TagList { { "method", Bounded(method) }, { "route", route }, { "status", status } });

    public static string Bounded(string method) =>
        method is "GET" or "HEAD" or "PUT" or "POST" or "DELETE" or "OPTIONS" or "PATCH" ? method : "OTHER";
}
