using System.Globalization;
using System.Runtime.Intrinsics;
using NetGen.Bits;

if (args is ["train", var checkpoint, var weights, var everySteps])
{
    // A training to be killed from outside, and to be gone on with.
    KillableTraining.Run(checkpoint, weights, long.Parse(everySteps, CultureInfo.InvariantCulture));
    return;
}

// Trains several networks and prints what their weights and outputs hash to, behind the width of vectors that it ran with.
// The same lines must come out whatever that width is.
int width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;
Console.WriteLine($"width {width}");
Console.WriteLine(Run.Hash<float>(new ClassifierNet(seed: 1)));
Console.WriteLine(Run.Hash<float>(new GatedNet(seed: 2)));
Console.WriteLine(Run.Hash<float>(new BinaryNet(seed: 3)));
Console.WriteLine(Run.Hash<double>(new DoubleNet(seed: 4)));
Console.WriteLine(Run.Hash<float>(new TinyNet(seed: 5)));
