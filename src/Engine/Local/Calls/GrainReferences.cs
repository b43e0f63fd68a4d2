using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Orleans;
using Revitalization.Engine.Local.Activations;
using Revitalization.Engine.Local.Hosting;

namespace Revitalization.Engine.Local.Calls;

/// <summary>Makes references, from one proxy per interface.</summary>
internal sealed class GrainReferences(LocalEngine engine) : IGrainFactory
{
    private readonly ConcurrentDictionary<(Type Contract, string? Prefix), (GrainReference Template, Type Class)> _templates = new();
    private readonly ConcurrentDictionary<MethodInfo, GrainMethod> _methods = new();

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentNullException.ThrowIfNull(primaryKey);
        return (TGrainInterface)(object)Get(typeof(TGrainInterface), primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        (TGrainInterface)(object)Get(typeof(TGrainInterface), primaryKey.ToString("N"), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        (TGrainInterface)(object)Get(typeof(TGrainInterface), primaryKey.ToString("X", CultureInfo.InvariantCulture), grainClassNamePrefix);

    public GrainMethod Method(MethodInfo method) => _methods.GetOrAdd(method, GrainMethod.Of);

    /// <summary>A reference to a known grain under another of its interfaces.</summary>
    public object Cast(GrainAddress address, Type contract) => Template(contract).To(engine, address);

    private GrainReference Get(Type contract, string key, string? prefix)
    {
        var (template, type) = _templates.GetOrAdd((contract, prefix), asked => (Template(asked.Contract), engine.Classes.Resolve(asked.Contract, asked.Prefix)));
        return template.To(engine, new(type, key));
    }

    private static GrainReference Template(Type contract) => (GrainReference)DispatchProxy.Create(contract, typeof(GrainReference));
}
