using System.Globalization;
using Digits;

const int Seed = 1;
const int Epochs = 60;
const int DigitsPerRow = 4;

var console = Terminal.Create();
var (digits, test) = DigitData.Load();

// The test digits play no part in the training: what ends it, and which weights are kept, is up to a tenth of the others.
var (train, validation) = digits.Split(0.9, Seed, stratified: true);
var net = new DigitNet(Seed);
console.WriteLine($"{train.Count} digits to learn from, {validation.Count} to stop by, {test.Count} to be judged by; {DigitNet.ParameterCount} parameters");
console.WriteLine();

var options = new FitOptions { Epochs = Epochs, BatchSize = 32, Seed = Seed, Validation = validation, EarlyStopping = new(patience: 15) };
options = options with { Schedule = Schedule.OneCycle(0.01, Epochs * options.StepsPerEpoch(train.Count)) };
var history = EpochTable.Show(console, progress => net.Fit(train, options with { Progress = progress }));
console.WriteLine($"best epoch {history.Best.Epoch} of {history.Epochs.Count}");
console.WriteLine();

var readings = Reading.All(net, test);
DigitDrawing.Show(console, test, [.. readings.Where(reading => reading.IsRight).Take(DigitsPerRow)]);
DigitDrawing.Show(console, test, [.. readings.Where(reading => !reading.IsRight).Take(DigitsPerRow)]);

double accuracy = net.Evaluate(test).Accuracy.GetValueOrDefault();
console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy {100 * accuracy:0.00} %"));
