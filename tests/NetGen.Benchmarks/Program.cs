using NetGen.Benchmarks;

if (args is ["--kernels", ..])
    KernelTable.Print(rounds: args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 31);
else
    Console.WriteLine("--kernels [rounds]    the contraction kernel against the core's multiply-add limit");
