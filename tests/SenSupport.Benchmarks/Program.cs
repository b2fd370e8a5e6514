using BenchmarkDotNet.Running;
using SenSupport.Benchmarks;

// pages [seconds] [part of a page's name]: drives the running application with signed-in clients. imports [pupils] [part of a file's name]: brings files in. server: that application, in a process of its own. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["pages", ..]:
        var seconds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 8;
        return await PagesUnderLoad.RunAsync(TimeSpan.FromSeconds(seconds), args.Length > 2 ? args[2] : "");
    case ["imports", ..]:
        await Imports.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5000, args.Length > 2 ? args[2] : "");
        return 0;
    case ["server"]:
        await BenchmarkServer.RunAsync();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PagesUnderLoad).Assembly).Run(args);
        return 0;
}
