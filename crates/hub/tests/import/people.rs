//! People and their organisations.

use firstline_hub::import::{Form, Object};

use crate::{created, errors, world};

#[test]
fn a_person_may_belong_to_several_organisations_and_an_address_to_one_person() {
    world(|w| {
        w.settle();
        let people = "handle,organisation,name,email,roles,language\nayse,pinar,Ayşe,ayse@pinar.example,owner;manager,tr\n";
        assert_eq!(created(&w.import(Form::People, people), Object::Person), 1);
        assert!(!w.import(Form::People, people).changed());
        let also = people.replace("pinar,Ayşe", "koru,Ayşe");
        assert!(w.import(Form::People, &also).changed());
        assert!(!w.import(Form::People, &also).changed());
        let taken = w.import(Form::People, &people.replace("ayse,", "fatma,"));
        assert_eq!(
            errors(&taken),
            [(2, "email", "ayse@pinar.example", "import-email-taken")]
        );
    });
}
