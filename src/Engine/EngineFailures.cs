using Orleans.Runtime;

namespace Revitalization.Engine;

/// <summary>What an engine's own failure means to a caller, so that nobody else need know its exceptions by name.</summary>
public static class EngineFailures
{
    /// <summary>The call was not carried out because the engine is full, starting or stopping: the same call may be sent again.</summary>
    public static bool IsTemporary(Exception failure) => failure is LimitExceededException or OrleansMessageRejectionException;
}
