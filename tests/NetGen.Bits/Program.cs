using System.Globalization;
using System.Runtime.Intrinsics;
using NetGen.Bits;

if (args is ["train", var checkpoint, var weights, var everySteps])
{
    // A training to be killed from outside, and to be gone on with.
    KillableTraining.Run(checkpoint, weights, long.Parse(everySteps, CultureInfo.InvariantCulture));
    return;
}

if (args is ["inlining"])
{
    InliningRun.Run();
    return;
}

// Trains several networks and prints what their weights and outputs hash to, behind the width of vectors that it ran with.
// The same lines must come out whatever that width is, and the same hash of a network with any number of threads.
int width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
Console.WriteLine($"width {width}");
for (int threads = 1; threads <= 3; threads++)
{
    Console.WriteLine(Run.Hash<float>(new ClassifierNet(seed: 1), threads));
    Console.WriteLine(Run.Hash<float>(new GatedNet(seed: 2), threads));
    Console.WriteLine(Run.Hash<float>(new BinaryNet(seed: 3), threads));
    Console.WriteLine(Run.Hash<double>(new DoubleNet(seed: 4), threads));
    Console.WriteLine(Run.Hash<float>(new TinyNet(seed: 5), threads));
    Console.WriteLine(Run.Hash<float>(new DividedClassifierNet(seed: 6), threads, batch: 1600));
    Console.WriteLine(Run.Hash<float>(new DividedGatedNet(seed: 7), threads, batch: 3000));
    Console.WriteLine(Run.Hash<double>(new DividedDoubleNet(seed: 8), threads, batch: 2600));
    Console.WriteLine(Run.Hash<float>(new DividedNormalNet(seed: 9), threads, batch: 3500));
    Console.WriteLine(Run.Hash<float>(new DividedUnitsNet(seed: 12), threads, batch: 150));
    Console.WriteLine(Run.Hash<double>(new DividedUnitsDoubleNet(seed: 13), threads, batch: 120));
    Console.WriteLine(Run.Hash<float>(new NormalizedNet(seed: 11), threads));
}

Console.WriteLine(Run.Learn(new DividedClassifierNet(seed: 10)));
