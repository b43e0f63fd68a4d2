using Revitalization.Bench.Harness;

// bench/run [--quick|--full] [SECTION [PEER…]]: runs the sections whose name contains SECTION and prints one table; where a section has peers, only those named.
var quick = args.Contains("--quick");
var named = args.Where(argument => !argument.StartsWith('-')).ToList();
var wanted = named.FirstOrDefault() ?? "";
var sections = typeof(IBenchSection).Assembly.GetTypes()
    .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBenchSection)))
    .Select(type => (IBenchSection)Activator.CreateInstance(type)!)
    .Where(section => section.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase))
    .OrderBy(section => section.Order)
    .ToList();

await using var run = new BenchRun(quick ? 0.2 : 1, args.Contains("--full"), [.. named.Skip(1)]);
foreach (var section in sections) await section.Run(run);
Table.Print(run.Figures);
return sections.Count > 0 ? 0 : 1;
