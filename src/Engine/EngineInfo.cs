using System.Reflection;

namespace Revitalization.Engine;

/// <summary>Which engine this build holds, and why, in one line for the start script, logs and the health page.</summary>
public static class EngineInfo
{
    /// <summary><c>Local</c> or <c>Orleans</c>.</summary>
    public static string Name { get; } = Stated("Engine");

    /// <summary>Why this one: what the build was told, or what the engine means by itself.</summary>
    public static string Reason { get; } = Stated("EngineReason");

    private static string Stated(string key) => typeof(EngineInfo).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(stated => stated.Key == key).Value ?? "";
}
