using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Revitalization.Hosting.Requests;

internal static class ServiceLog
{
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
            level >= (category?.StartsWith("Revitalization", StringComparison.Ordinal) == true ? options.LogLevel : LogLevel.Warning));
    }
}
