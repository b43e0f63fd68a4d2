namespace Revitalization.Domain.Commands;

/// <summary>Who acts and which command this is; it travels with every command, never in ambient context.</summary>
/// <param name="CommandId">Chosen by the sender; sending twice is one command.</param>
/// <param name="ContentHash">Keyed hash of the plain content: the same id with other content is refused.</param>
/// <param name="Actor">The account, or the reactor with the event's id; never a person's name.</param>
/// <param name="ExpectedVersion">The version the sender saw (If-Match); null where the command is an act.</param>
[GenerateSerializer, Immutable, Alias("command-context")]
public sealed record CommandContext(
    [property: Id(0)] string CommandId,
    [property: Id(1)] string ContentHash,
    [property: Id(2)] string Actor,
    [property: Id(3)] long? ExpectedVersion = null);

/// <summary>What a grain answers to a command: where the fact stands, or the rule that was broken.</summary>
/// <param name="Changed">False where the command said only what was known. Of a repeat it is not known and stays true.</param>
[GenerateSerializer, Immutable, Alias("command-reply")]
public sealed record CommandReply(
    [property: Id(0)] string Stream,
    [property: Id(1)] long Version,
    [property: Id(2)] long Seq,
    [property: Id(3)] DateTimeOffset RecordedAt,
    [property: Id(4)] bool Repeated,
    [property: Id(5)] Refused? Refusal,
    [property: Id(6)] bool Changed = true)
{
    public static CommandReply From(Refused refusal) => new("", 0, 0, default, false, refusal, Changed: false);
}
