using Orleans.Runtime;

namespace Orleans.Serialization;

/// <summary>A message or an answer cannot travel as it is.</summary>
public class SerializerException : OrleansException
{
    public SerializerException()
    {
    }

    public SerializerException(string message) : base(message)
    {
    }

    public SerializerException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>This type is in a message but nothing says how it travels: it lacks <see cref="GenerateSerializerAttribute"/>.</summary>
public sealed class CodecNotFoundException : SerializerException
{
    public CodecNotFoundException()
    {
    }

    public CodecNotFoundException(string message) : base(message)
    {
    }

    public CodecNotFoundException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
