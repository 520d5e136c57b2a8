using System.Globalization;
using NetGen.Benchmarks;

switch (args)
{
    case ["--quick"]:
        QuickBenchmark.Run();
        break;
    case ["--kernels", .. var rest]:
        KernelTable.Print(rounds: rest is [var rounds] ? int.Parse(rounds, CultureInfo.InvariantCulture) : 31);
        break;
    default:
        Console.WriteLine("--quick               every workload against the core's multiply-add limit, C and PyTorch");
        Console.WriteLine("--kernels [rounds]    the contraction kernel against the core's multiply-add limit");
        break;
}
