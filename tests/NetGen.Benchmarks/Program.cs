using System.Globalization;
using BenchmarkDotNet.Running;
using NetGen.Benchmarks;

switch (args)
{
    case ["--quick", .. var names]:
        QuickBenchmark.Run(names);
        break;
    case ["--kernels", .. var rest]:
        KernelTable.Print(rounds: rest is [var rounds] ? int.Parse(rounds, CultureInfo.InvariantCulture) : 31);
        break;
    case ["--parts", .. var names]:
        PartsTable.Print(names);
        break;
    case ["--compile"]:
        CompileCost.Print();
        break;
    case [_, ..]:
        BenchmarkSwitcher.FromAssembly(typeof(NetworkBenchmarks).Assembly).Run(args);
        break;
    default:
        Console.WriteLine("--quick [name...]     workloads whose names contain one of these, or all, against the core's multiply-add limit, C and PyTorch");
        Console.WriteLine("--parts [name...]     forward, loss, backward and update of each workload");
        Console.WriteLine("--kernels [rounds]    the contraction kernel against the core's multiply-add limit");
        Console.WriteLine("--compile             what networks of growing depth and width cost the compilers");
        Console.WriteLine("--filter '*'          the full suite of BenchmarkDotNet, whose other options serve as well");
        break;
}
