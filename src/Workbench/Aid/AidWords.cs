using Revitalization.Contracts.Aid;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Aid;

/// <summary>The words of aid as lists to choose from, and how a state looks.</summary>
public static class AidWords
{
    public static readonly IReadOnlyList<Choice> Kinds = AidTerms.Kinds.ToChoices();
    public static readonly IReadOnlyList<Choice> Fields = AidTerms.Fields.ToChoices();
    public static readonly IReadOnlyList<Choice> Forms = AidTerms.Forms.ToChoices();
    public static readonly IReadOnlyList<Choice> States = AidTerms.States.ToChoices();
    public static readonly IReadOnlyList<Choice> LineStates = AidTerms.LineStates.ToChoices();
    public static readonly IReadOnlyList<Choice> PairingKinds = AidTerms.PairingKinds.ToChoices();
    public static readonly IReadOnlyList<Choice> ExchangeKinds = AidTerms.ExchangeKinds.ToChoices();
    public static readonly IReadOnlyList<Choice> Papers = AidTerms.Papers.ToChoices();
    public static readonly IReadOnlyList<Choice> Levels = AidTerms.Levels.ToChoices();
    public static readonly IReadOnlyList<Choice> Sides = [new("recipient", "受援方"), new("donor", "协作方")];

    /// <summary>A sign of its own for each state, so that colour is not the only one.</summary>
    public static (string Text, string Look) State(string state) => state switch
    {
        "drafted" => ("✎ 待复核", "note"),
        "reported" => ("… 待确认", "warn"),
        "confirmed" => ("✓ 已确认", "good"),
        "disputed" => ("! 有异议", "bad"),
        "returned" => ("↩ 已退回", "bad"),
        "withdrawn" => ("■ 已撤回", ""),
        _ => (state, ""),
    };

    public static (string Text, string Look) LineState(string state) => state switch
    {
        "met" => ("✓ 已完成", "good"),
        "over-plan" => ("↑ 超计划", "good"),
        "on-track" => ("… 进行中", "note"),
        "late" => ("! 逾期未完成", "bad"),
        "unplanned" => ("＋ 计划外", "warn"),
        _ => (state, ""),
    };

    public static (string Text, string Look) FindingState(string state) => state switch
    {
        "open" => ("! 待整改", "bad"),
        "rectified" => ("… 待验收", "warn"),
        "closed" => ("✓ 已销号", "good"),
        _ => (state, ""),
    };
}
