namespace Revitalization.Domain.Privacy;

/// <summary>A free text about a household (文字说明), sealed under one person's key.</summary>
/// <param name="Person">Whose key: the head of the household when it was written. A later change of head does not close it, his erasure does.</param>
[GenerateSerializer, Immutable, Alias("personal-text")]
public sealed record PersonalText([property: Id(0)] Guid Person, [property: Id(1)] SealedText Text);
