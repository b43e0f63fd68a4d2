using System.Security.Cryptography;

namespace Revitalization.Workbench.Forms;

/// <summary>
/// Ids for acts that start in a form. The id is written into the form when it is shown, so sending the form twice is one act.
/// The only place in the Workbench where chance enters an id.
/// </summary>
internal static class FreshId
{
    public static string Next() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString("N");
}
