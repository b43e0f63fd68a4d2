using Revitalization.Contracts.Refusals;

namespace Revitalization.Domain.Commands;

/// <summary>The rule a command broke, and the field it broke it in.</summary>
[GenerateSerializer, Immutable, Alias("refused")]
public sealed record Refused([property: Id(0)] string Code, [property: Id(1)] string? Field = null);

/// <summary>What a rule answers: events to append, nothing to do (a retry, no change), or one refusal.</summary>
public readonly struct Decision<TEvent>
{
    private readonly IReadOnlyList<TEvent>? _events;

    public Decision(IReadOnlyList<TEvent> events) => _events = events;

    public Decision(Refused refusal) => Refusal = refusal;

    public IReadOnlyList<TEvent> Events => _events ?? [];
    public Refused? Refusal { get; }

    public static Decision<TEvent> Nothing => new([]);

    public static implicit operator Decision<TEvent>(TEvent happened) => new([happened]);
    public static implicit operator Decision<TEvent>(List<TEvent> happened) => new(happened);
    public static implicit operator Decision<TEvent>(Refused refusal) => new(refusal);
}

public static class Refusals
{
    /// <summary>This refusal, on the field that broke the rule.</summary>
    public static Refused On(this Enum refusal, string? field = null) => new(RefusalCatalog.CodeOf(refusal), field);
}
