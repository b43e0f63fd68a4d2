namespace Revitalization.Engine.Local.Activations;

/// <summary>Which grain: its class and its key (a Guid as 32 hexadecimal digits, an integer as hexadecimal, as Orleans writes them).</summary>
internal readonly record struct GrainAddress(Type Class, string Key)
{
    public override string ToString() => $"{Class.Name}/{Key}";
}
