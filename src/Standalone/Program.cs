using Revitalization.Standalone.Options;

return await CommandLine.Run(args, Environment.GetEnvironmentVariable);
