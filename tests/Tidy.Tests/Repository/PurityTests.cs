using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Revitalization.Tidy.Tests.Repository;

public sealed class PurityTests
{
    private static readonly string[] ImpureNamespaces =
        ["System.Net", "System.Data", "Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Data", "Npgsql", "Dapper", "System.Threading"];

    private static readonly string[] ImpureTypes =
        ["System.TimeProvider", "System.Environment", "System.Console", "System.Random",
         "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo",
         "System.Security.Cryptography.RandomNumberGenerator"];

    // What crosses threads only to be read once is a cache, not a side effect; the calendar's one door takes the clock as an argument.
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
    }

    private static bool IsImpure(string type) =>
        !Harmless.Contains(type)
        && (ImpureTypes.Contains(type) || ImpureNamespaces.Any(space => type.StartsWith(space + ".", StringComparison.Ordinal)));
}
