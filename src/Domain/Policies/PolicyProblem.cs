namespace Revitalization.Domain.Policies;

/// <summary>What is wrong in a pack's file, and where: an official reads this.</summary>
/// <param name="Path">Where in the file, such as <c>rules[3].values[0].source.clause</c>.</param>
public sealed record PolicyProblem(string File, string Path, string Message);

/// <summary>A pack that was read, or everything that is wrong with it.</summary>
public sealed record PolicyReading(PolicyPack? Pack, IReadOnlyList<PolicyProblem> Problems);
