namespace Orleans.Runtime;

/// <summary>What the engine itself refuses, as against what a grain throws.</summary>
public class OrleansException : Exception
{
    public OrleansException()
    {
    }

    public OrleansException(string message) : base(message)
    {
    }

    public OrleansException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The call was not delivered: the process is stopping, or the grain could not be activated.</summary>
public sealed class OrleansMessageRejectionException : OrleansException
{
    public OrleansMessageRejectionException()
    {
    }

    public OrleansMessageRejectionException(string message) : base(message)
    {
    }

    public OrleansMessageRejectionException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>A grain's queue is full: the caller is to slow down.</summary>
public sealed class LimitExceededException : OrleansException
{
    public LimitExceededException()
    {
    }

    public LimitExceededException(string message) : base(message)
    {
    }

    public LimitExceededException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
