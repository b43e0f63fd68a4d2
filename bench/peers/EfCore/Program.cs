using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Revitalization.EfCore;

// EfCore PORT CONNECTION: the bench's table by LINQ, answered by minimal APIs, the way a service of this kind is usually written.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, int.Parse(args[0], CultureInfo.InvariantCulture)));
builder.Services.AddDbContextPool<BenchContext>(options => options.UseNpgsql(args[1]).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
var app = builder.Build();
app.MapGet("/page", (string region, BenchContext data) => data.Observations
    .Where(row => row.RegionCode == region).OrderBy(row => row.Period).ThenBy(row => row.IndicatorCode).Take(100).ToListAsync());
app.MapGet("/county", (string county, BenchContext data) => Sums(data.Observations.Where(row => row.RegionCode.StartsWith(county))));
app.MapGet("/all", (BenchContext data) => Sums(data.Observations));
app.MapGet("/export", (BenchContext data) => data.Observations.OrderBy(row => row.RegionCode).ThenBy(row => row.Period).ThenBy(row => row.IndicatorCode).AsAsyncEnumerable());
app.Run();

static Task<List<Sum>> Sums(IQueryable<Observation> rows) => rows
    .Where(row => row.RegionLevel == "village" && row.PeriodKind == "Quarter")
    .GroupBy(row => new { row.IndicatorCode, row.Period })
    .Select(group => new Sum(group.Key.IndicatorCode, group.Key.Period, group.Sum(row => row.Value) ?? 0))
    .ToListAsync();
