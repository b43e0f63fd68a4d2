namespace Orleans;

/// <summary>Why an activation ends. For logs; a grain does the same whatever it says.</summary>
public readonly struct DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
{
    public DeactivationReason(DeactivationReasonCode code, string text) : this(code, null, text)
    {
    }

    public DeactivationReasonCode ReasonCode { get; } = code;
    public string Description { get; } = text;
    public Exception? Exception { get; } = exception;

    public override string ToString() => Exception is null
        ? $"{ReasonCode}: {Description}"
        : $"{ReasonCode}: {Description}. Exception: {Exception}";
}

/// <summary>Numbers as Orleans has them; this engine gives the reasons one process can have.</summary>
public enum DeactivationReasonCode : byte
{
    None = 0,
    ShuttingDown = 1,
    ActivationFailed = 2,
    ActivationIdle = 4,
    ApplicationRequested = 9,
    HighMemoryPressure = 12,
}
