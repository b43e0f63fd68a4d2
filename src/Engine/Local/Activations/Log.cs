using Microsoft.Extensions.Logging;

namespace Revitalization.Engine.Local.Activations;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Grain {Grain} could not be activated.")]
    public static partial void ActivationFailed(ILogger logger, GrainAddress grain, Exception failure);

    [LoggerMessage(2, LogLevel.Error, "Grain {Grain} failed while it was deactivated.")]
    public static partial void DeactivationFailed(ILogger logger, GrainAddress grain, Exception failure);

    [LoggerMessage(3, LogLevel.Information, "{Count} idle grains evicted: {Reason}.")]
    public static partial void Evicted(ILogger logger, int count, string reason);

    [LoggerMessage(4, LogLevel.Warning, "{Problem}")]
    public static partial void TimedOut(ILogger logger, string problem);
}
