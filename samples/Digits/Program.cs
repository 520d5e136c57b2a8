using System.Globalization;
using Digits;

const int Seed = 1;
const int DigitsPerRow = 4;

var console = Terminal.Create();
var (train, test) = DigitData.Load();
var net = new DigitNet(Seed);
console.WriteLine($"{train.Count} digits to learn from, {test.Count} to be judged by; {DigitNet.ParameterCount} parameters");
console.WriteLine();

// The test digits play no part in the training: it ends after a fixed number of epochs, and they are read afterwards.
var options = new FitOptions { Epochs = 40, BatchSize = 32, Seed = Seed };
TrainingProgress.Show(console, progress => net.Fit(train, options with { Progress = progress }));
console.WriteLine();

var readings = Reading.All(net, test);
DigitDrawing.Show(console, test, [.. readings.Where(reading => reading.IsRight).Take(DigitsPerRow)]);
DigitDrawing.Show(console, test, [.. readings.Where(reading => !reading.IsRight).Take(DigitsPerRow)]);

double accuracy = net.Evaluate(test).Accuracy.GetValueOrDefault();
console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy {100 * accuracy:0.00} %"));
