using BenchmarkDotNet.Running;
using SenSupport.Benchmarks;

// pages: drives the running application with signed-in clients. server: that application, in a process of its own. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["pages", ..]:
        return await PagesUnderLoad.RunAsync(args.Length > 1 ? TimeSpan.FromSeconds(int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)) : TimeSpan.FromSeconds(8));
    case ["server"]:
        await BenchmarkServer.RunAsync();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PagesUnderLoad).Assembly).Run(args);
        return 0;
}
