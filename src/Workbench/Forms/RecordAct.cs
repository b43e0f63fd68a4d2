using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Forms;

/// <summary>What a form about a record knows when it is opened.</summary>
/// <param name="Subject">The part of the record that it is about, such as one payment; null where it is about the whole.</param>
public sealed record Opened<T>(Viewer Viewer, T Record, DateOnly Today, string? Subject);

/// <summary>What was sent: the id drawn when the form was shown, and the hashes of the files that the Silo took.</summary>
public sealed record Filled<T>(T Record, string Id, string Subject, TypedForm Form, IReadOnlyList<string> Evidence, DateOnly Today);

/// <param name="Then">Where the reader goes next; null: back to the record.</param>
public sealed record WriteRequest(string Address, object Body, long? Version = null, string? Then = null);

/// <summary>One thing that people do to a record, as a form: its fields, and what of the API they become.</summary>
/// <param name="Act">Its part of the address.</param>
/// <param name="Read">Also names what is missing, at its field.</param>
public sealed record RecordAct<T>(string Act, string Title, string Submit, Func<Opened<T>, IReadOnlyList<FormField>> Fields, Func<Filled<T>, WriteRequest> Read)
{
    public string? Lead { get; init; }

    /// <summary>Whether it is offered to this viewer now. The Silo alone decides.</summary>
    public Func<Viewer, T, bool> IsOpen { get; init; } = (_, _) => true;

    /// <summary>Where one form asks differently by kind: the kinds, shown above it as a choice that goes into the address.</summary>
    public IReadOnlyList<Choice> Variants { get; init; } = [];

    /// <summary>Moves the record on: its link stands first and large.</summary>
    public bool IsMain { get; init; }

    /// <summary>About a part of the record: its link stands beside that part.</summary>
    public bool OfPart { get; init; }
}

/// <summary>Where a record has its page, and where its files go.</summary>
/// <param name="Files">Such as <c>/api/partnerships/a-b/evidence</c>; null where its forms take none.</param>
public sealed record RecordPlace(string Address, string Name, string Section, IReadOnlyList<Crumb> Crumbs, string? Files = null);

/// <summary>A link to a form.</summary>
public sealed record ActLink(string Address, string Text, bool IsMain);
