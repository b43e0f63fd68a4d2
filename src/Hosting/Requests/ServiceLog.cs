using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Revitalization.Hosting.Requests;

internal static class ServiceLog
{
    // It puts every request's whole path around all lines of the request, for any sink that writes scopes. What it reports of
    // failures the server says as well.
    private const string PathScope = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>Our own lines as wished, the framework's from warning on: its information lines carry addresses and queries.</summary>
    public static void AddServiceLog(this ILoggingBuilder logging, ServiceOptions options)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffzzz ";
        });
        logging.AddFilter((category, level) =>
            category != PathScope && level >= (category?.StartsWith("Revitalization", StringComparison.Ordinal) == true ? options.LogLevel : LogLevel.Warning));
    }
}
