using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Revitalization.Tidy.Tests.Repository;

public sealed class PurityTests
{
    private static readonly string[] ImpureNamespaces =
        ["System.Net", "System.Data", "Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Data", "Npgsql", "Dapper", "System.Threading"];

    private static readonly string[] ImpureTypes =
        ["System.Console", "System.Random",
         "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo",
         "System.Security.Cryptography.RandomNumberGenerator"];

    // What crosses threads only to be read once is a cache, not a side effect.
    private static readonly string[] Harmless =
        ["System.Threading.CancellationToken", "System.Threading.Interlocked", "System.Threading.Lock", "System.Threading.LazyThreadSafetyMode",
         "System.Threading.Tasks.Task", "System.Threading.Volatile"];

    // A rule that can see a clock, a file or a network decides differently on a second reading of the same log.
    [Fact]
    public void The_domain_touches_no_clock_file_network_or_chance()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Revitalization.Domain.dll"));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();

        var used = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}");

        used.Where(IsImpure).ShouldBeEmpty();
        EnvironmentMembers(metadata).ShouldBeSubsetOf(["get_CurrentManagedThreadId"]);
    }

    /// <summary>The compiler asks for the thread in every iterator; nothing else of the machine is asked.</summary>
    private static IEnumerable<string> EnvironmentMembers(MetadataReader metadata) =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
        let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
        where metadata.GetString(type.Name) == "Environment" && metadata.GetString(type.Namespace) == "System"
        select metadata.GetString(member.Name);

    // The calendar turns the clock it is handed into a day in China; no rule takes a clock.
    [Fact]
    public void Only_the_calendar_is_handed_a_clock() =>
        Tree.Files("*.cs", "src/Domain").Where(path => Tree.Read(path).Contains("TimeProvider", StringComparison.Ordinal))
            .ShouldBe(["src/Domain/Calendar/ChinaCalendar.cs"]);

    // A clock may be handed in and asked, never fetched; an iterator knows its thread, which decides nothing.
    [Fact]
    public void The_domain_fetches_no_clock_and_reads_no_environment()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Revitalization.Domain.dll"));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();

        var called = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Type: metadata.GetTypeReference((TypeReferenceHandle)member.Parent), Member: metadata.GetString(member.Name)))
            .Select(call => $"{metadata.GetString(call.Type.Namespace)}.{metadata.GetString(call.Type.Name)}.{call.Member}").ToList();

        called.ShouldNotContain("System.TimeProvider.get_System");
        called.Where(call => call.StartsWith("System.Environment.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(["System.Environment.get_CurrentManagedThreadId"]);
    }

    private static bool IsImpure(string type) =>
        !Harmless.Contains(type)
        && (ImpureTypes.Contains(type) || ImpureNamespaces.Any(space => type.StartsWith(space + ".", StringComparison.Ordinal)));
}
