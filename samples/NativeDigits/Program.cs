using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Digits;

// The network of samples/Digits in a program without a runtime: `dotnet publish samples/NativeDigits -c Release`. Run either way, it
// learns the same weights to the bit and says how long a step and a reading take.
const int Seed = 1;
const int BatchSize = 32;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine(RuntimeFeature.IsDynamicCodeSupported ? "compiled at run time" : "compiled to native code beforehand");
Console.WriteLine($"vectors of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits");

var (train, test) = DigitData.Load();
var net = new DigitNet(Seed);
net.Fit(train, new FitOptions { Epochs = 40, BatchSize = BatchSize, Seed = Seed });

string path = Path.GetTempFileName();
try
{
    net.Save(path);
    Console.WriteLine($"weights {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}");
}
finally
{
    File.Delete(path);
}

Console.WriteLine($"test accuracy {100 * net.Evaluate(test).Accuracy:0.00} %");

// Steps to time: they would move the running statistics of the network that has learned.
var trainer = new DigitNet(Seed).CreateTrainer(BatchSize);
trainer.LearningRate = 1e-9;
float[] inputs = train[..BatchSize].Inputs.ToArray();
int[] labels = train[..BatchSize].Labels.ToArray();
float[] outputs = new float[DigitNet.OutputSize];
Console.WriteLine($"training step {Timing.Microseconds(() => trainer.Step(inputs, labels)):0.00} us, batch {BatchSize}");
Console.WriteLine($"reading {Timing.Microseconds(() => net.Predict(test[0], outputs)):0.000} us");
