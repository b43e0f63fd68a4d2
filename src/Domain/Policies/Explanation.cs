namespace Revitalization.Domain.Policies;

/// <summary>Why a computed result is what it is (依据): the rule and its clause, what went in, each step, what bit.</summary>
/// <param name="Pack">The pack that was in force.</param>
/// <param name="HeldFrom">The day the value used held from: the version of the rule.</param>
/// <param name="Inputs">What went in, with units.</param>
/// <param name="Steps">The working in Chinese, in order.</param>
public sealed record Explanation(
    string Pack, string Rule, string Title, DateOnly HeldFrom, Citation Source,
    IReadOnlyList<ExplainedInput> Inputs, IReadOnlyList<string> Steps);

/// <param name="From">Where it comes from, such as 收入登记 2023-Q3; null where the name says it.</param>
public sealed record ExplainedInput(string Name, long Value, string Unit, string? From = null);

/// <summary>A result with its explanation: one is never had without the other.</summary>
public sealed record Explained<TResult>(TResult Result, Explanation Because);
