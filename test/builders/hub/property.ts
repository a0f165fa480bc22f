import * as fc from 'fast-check'

// One seed for every run: what fails once fails again. fast-check prints it beside the smallest case.
fc.configureGlobal({ seed: 20_261_121 })

export { fc }
