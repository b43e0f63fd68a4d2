using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Households;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <summary>What was sent: the id drawn when the form was shown, what it is about, and the hashes of its files.</summary>
public sealed record ActInput(string Household, string Id, string Subject, TypedForm Form, IReadOnlyList<string> Evidence)
{
    public string Address(string part) => HouseholdApi.Of(Household, part, Id);

    public string SubjectAddress(string part) => HouseholdApi.Of(Household, part, Subject);
}

public sealed record ActRequest(string Address, object Body);

/// <summary>One act of the chain as a form: its fields, and what of the API they become.</summary>
/// <param name="Read">Also names what is missing, at its field.</param>
public sealed record ActForm(string Act, string Lead, string Submit, IReadOnlyList<ActField> Fields, Func<ActInput, ActRequest> Read)
{
    public string Title => MonitoringActs.Titles[Act];

    public bool TakesFiles => Fields.Any(one => one.Kind == FieldKind.Files);

    public bool NamesMembers { get; init; }

    public bool NamesAccounts => Fields.Any(one => one.Kind == FieldKind.Account);

    /// <summary>What the act may be about, where it is about one of several; null where it is about the household.</summary>
    public Func<MonitoringView, IReadOnlyList<Choice>>? Subjects { get; init; }

    public string SubjectLabel { get; init; } = "对象";
}

internal static class ActForms
{
    private static readonly Dictionary<string, ActForm> ByAct =
        new[] { AdmissionActs.All, NoticeActs.All, HelpActs.All, ClearingActs.All }.SelectMany(forms => forms).ToDictionary(form => form.Act, StringComparer.Ordinal);

    public static ActForm? Find(string act) => ByAct.GetValueOrDefault(act);
}
